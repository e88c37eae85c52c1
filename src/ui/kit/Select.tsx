/** A native list to pick one from: the platform's own keys, touch wheel and screen reader words. */
import { createEffect, For, type JSX, untrack } from "solid-js";

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface SelectProps<T extends string> {
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean | undefined;
  /** Where no visible label stands around it. */
  readonly label?: string | undefined;
}

export function Select<T extends string>(props: SelectProps<T>): JSX.Element {
  const pick = (value: string): void => {
    const option = props.options.find((each) => each.value === value);
    if (option !== undefined) props.onChange(option.value);
  };
  let list: HTMLSelectElement | undefined;
  // One effect for all options: a table may have hundreds of them in its head.
  createEffect(() => {
    const { options, value } = props;
    if (list !== undefined && options.length > 0) list.value = value;
  });
  return (
    <select
      ref={list}
      class="input"
      aria-label={props.label}
      disabled={props.disabled}
      onChange={(event) => pick(event.currentTarget.value)}
    >
      <For each={props.options}>
        {({ value, label }) => {
          // Options may be put in the place of others after the effect ran, which alone would leave the first one chosen.
          const chosen = untrack(() => value === props.value);
          return (
            <option value={value} selected={chosen}>
              {label}
            </option>
          );
        }}
      </For>
    </select>
  );
}
