/** A box to tick, with its words. Native: the platform draws it as people know it, in forced colours too. */
import { createEffect, type ParentProps } from "solid-js";

interface CheckProps {
  readonly checked: boolean;
  /** Some of what it stands for is ticked, and some is not. */
  readonly mixed?: boolean | undefined;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
}

export function Check(props: ParentProps<CheckProps>) {
  let box: HTMLInputElement | undefined;
  createEffect(() => {
    const mixed = props.mixed === true;
    if (box !== undefined) box.indeterminate = mixed;
  });
  return (
    <label class="check">
      <input
        ref={box}
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.children}
    </label>
  );
}
