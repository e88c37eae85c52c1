/** A menu at a place in the window, on Kobalte: of a header, a cell, a tab. Mounted while it is open. */
import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import type { ParentProps } from "solid-js";
import "./controls.css";

/** What can be chosen of it. */
const CHOOSABLE = "[role^='menuitem']:not([aria-disabled='true'])";

interface MenuProps {
  readonly x: number;
  readonly y: number;
  /** Where the keyboard goes then is the caller's to say. */
  readonly onClose: () => void;
}

/** Whether it was on a button, header or tab, and by a key: what is typed into shows its focus either way. */
const openedByKey = (): boolean =>
  document.activeElement?.matches(":focus-visible:not(textarea, input)") === true;

export function Menu(props: ParentProps<MenuProps>) {
  // Kobalte asks for them once more while this closes, when what gave them may be gone.
  const { x, y } = props;
  let content: HTMLElement | undefined;
  // Kobalte itself does so for a button of its own, which must be there before the menu's script is.
  const begin = (event: Event): void => {
    if (!openedByKey()) return;
    event.preventDefault();
    // After Kobalte, which puts it on the menu as a whole.
    setTimeout(() => content?.querySelector<HTMLElement>(CHOOSABLE)?.focus({ preventScroll: true }));
  };
  return (
    <DropdownMenu
      open
      onOpenChange={(open) => open || props.onClose()}
      getAnchorRect={() => ({ x, y, width: 0, height: 0 })}
      placement="bottom-start"
      modal={false}
      overflowPadding={8}
      fitViewport={true}
    >
      <DropdownMenu.Portal>
        <DropdownMenu.Content ref={content} class="menu" onOpenAutoFocus={begin}>
          {props.children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}

interface MenuItemProps {
  readonly onSelect: () => void;
  readonly disabled?: boolean | undefined;
}

export function MenuItem(props: ParentProps<MenuItemProps>) {
  return (
    <DropdownMenu.Item class="menu-item" disabled={props.disabled ?? false} onSelect={props.onSelect}>
      {props.children}
    </DropdownMenu.Item>
  );
}

export const MenuLine = () => <DropdownMenu.Separator class="menu-line" />;

export function MenuGroup(props: ParentProps<{ readonly label: string }>) {
  return (
    <DropdownMenu.Group>
      <DropdownMenu.GroupLabel class="menu-label">{props.label}</DropdownMenu.GroupLabel>
      {props.children}
    </DropdownMenu.Group>
  );
}

interface MenuChoicesProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of several, of `MenuChoice`s. */
export function MenuChoices(props: ParentProps<MenuChoicesProps>) {
  return (
    <DropdownMenu.RadioGroup aria-label={props.label} value={props.value} onChange={props.onChange}>
      {props.children}
    </DropdownMenu.RadioGroup>
  );
}

export function MenuChoice(props: ParentProps<{ readonly value: string }>) {
  return (
    <DropdownMenu.RadioItem class="menu-item" value={props.value} closeOnSelect>
      <span>{props.children}</span>
      <DropdownMenu.ItemIndicator class="menu-mark">✓</DropdownMenu.ItemIndicator>
    </DropdownMenu.RadioItem>
  );
}
