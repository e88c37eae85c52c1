/** One of a few, all in sight: radio buttons that look like one control, on Kobalte. */
import { RadioGroup } from "@kobalte/core/radio-group";
import { For } from "solid-js";
import type { Option } from "./Select.tsx";
import "./controls.css";

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const pick = (value: string): void => {
    const option = props.options.find((each) => each.value === value);
    if (option !== undefined) props.onChange(option.value);
  };
  return (
    <RadioGroup class="labelled" orientation="horizontal" value={props.value} onChange={pick}>
      <RadioGroup.Label as="span">{props.label}</RadioGroup.Label>
      <div class="segmented">
        <For each={props.options}>
          {(option) => (
            <RadioGroup.Item class="segment" value={option.value}>
              <RadioGroup.ItemInput />
              <RadioGroup.ItemLabel class="segment-label">{option.label}</RadioGroup.ItemLabel>
            </RadioGroup.Item>
          )}
        </For>
      </div>
    </RadioGroup>
  );
}
