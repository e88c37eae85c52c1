/** How far something slow has come; a moving bar while its end is unknown. */
import { Show } from "solid-js";
import type { Progress as State } from "../../app/app.ts";

interface ProgressProps {
  readonly label: string;
  readonly value: State | null;
}

export function Progress(props: ProgressProps) {
  const share = (): number | null => {
    const { value } = props;
    return value === null || value.total === null || value.total === 0 ? null : value.done / value.total;
  };
  return (
    <div class="progress">
      <span class="quiet">{props.label}</span>
      <Show when={share() !== null} fallback={<progress aria-label={props.label} />}>
        <progress aria-label={props.label} max={1} value={share() ?? 0} />
      </Show>
    </div>
  );
}
