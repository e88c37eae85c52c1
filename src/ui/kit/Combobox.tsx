/** One of many, found by typing, on Kobalte. For few, or for what fingers spin through, `Select`. */
import { Combobox as Kobalte } from "@kobalte/core/combobox";
import { createMemo } from "solid-js";
import type { Option } from "./Select.tsx";
import "./controls.css";

interface ComboboxProps<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Said where nothing fits what was typed. */
  readonly noneLabel: string;
  /** Said aloud of an option that is or has just been chosen. */
  readonly chosenLabel: (option: string) => string;
  readonly disabled?: boolean | undefined;
}

export function Combobox<T extends string>(props: ComboboxProps<T>) {
  const options = createMemo(() => [...props.options]);
  const chosen = createMemo(() => options().find((each) => each.value === props.value) ?? null);
  return (
    <Kobalte<Option<T>>
      class="labelled"
      options={options()}
      optionValue="value"
      optionTextValue="label"
      optionLabel="label"
      value={chosen()}
      onChange={(option) => option !== null && props.onChange(option.value)}
      disabled={props.disabled ?? false}
      disallowEmptySelection={true}
      allowsEmptyCollection={true}
      defaultFilter="contains"
      // In its own words Kobalte speaks English, whatever the language.
      translations={{
        focusAnnouncement: (option, isChosen) => (isChosen ? props.chosenLabel(option) : option),
        countAnnouncement: () => undefined,
        selectedAnnouncement: props.chosenLabel,
        triggerLabel: props.label,
        listboxLabel: props.label,
      }}
      gutter={4}
      sameWidth={true}
      // Otherwise the dialog around it would hide its list from assistive technology.
      modal={true}
      itemComponent={(item) => (
        <Kobalte.Item class="menu-item" item={item.item}>
          {/* Named by what is in it: by Kobalte's label of an item it would have no name. */}
          {item.item.rawValue.label}
          <Kobalte.ItemIndicator class="menu-mark" aria-hidden="true">
            ✓
          </Kobalte.ItemIndicator>
        </Kobalte.Item>
      )}
    >
      <Kobalte.Label as="span">{props.label}</Kobalte.Label>
      <Kobalte.Control class="combobox">
        <Kobalte.Input class="input" onFocus={(event) => event.currentTarget.select()} />
        <Kobalte.Trigger class="combobox-open" tabIndex={-1} />
      </Kobalte.Control>
      <Kobalte.Portal>
        <Kobalte.Content class="menu">
          <Kobalte.Listbox class="menu-list" data-none={props.noneLabel} />
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  );
}
