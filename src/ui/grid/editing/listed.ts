/** Typing with a list of the field's choices below: one of them, or several. */
import { type Choice, type ChoiceId, choicesOf, type Field, sameValue } from "../../../core/model/index.ts";
import { chip } from "../../../fields/cell.ts";
import type { Parsed } from "../../../fields/kind.ts";
import { type Control, type EditorHost, makeInput, opensList } from "./control.ts";
import { type Float, openFloat } from "./float.ts";
import { type Option, offer } from "./options.ts";

let listsMade = 0;

interface List {
  readonly shown: () => boolean;
  readonly show: (options: readonly Option[], active: number) => void;
  readonly active: () => Option | undefined;
  readonly move: (step: number) => void;
  /** True: it was open. */
  readonly close: () => boolean;
  readonly remove: () => void;
}

/** The panel of options. The input keeps the focus and names the active option to assistive technology. */
function makeList(
  host: EditorHost,
  input: HTMLInputElement,
  picked: (option: Option) => void,
  chosen: (option: Option) => boolean,
): List {
  listsMade += 1;
  const id = `cell-options-${listsMade}`;
  let options: readonly Option[] = [];
  let active = -1;
  let float: Float | null = null;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", id);
  input.setAttribute("aria-expanded", "false");

  const draw = (): void => {
    float ??= openFloat(host.anchor, "cell-options");
    float.element.id = id;
    float.element.setAttribute("role", "listbox");
    float.element.setAttribute("aria-label", host.field.name);
    float.element.replaceChildren(...options.map(drawOption));
    float.element.hidden = options.length === 0;
    input.setAttribute("aria-expanded", options.length === 0 ? "false" : "true");
    if (active >= 0) input.setAttribute("aria-activedescendant", `${id}-${active}`);
    else input.removeAttribute("aria-activedescendant");
    float.place();
    float.element.children[active]?.scrollIntoView({ block: "nearest" });
  };
  const drawOption = (option: Option, index: number): HTMLElement => {
    const element = document.createElement("div");
    element.id = `${id}-${index}`;
    element.className = index === active ? "cell-option active" : "cell-option";
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", chosen(option) ? "true" : "false");
    if (option.type === "choice") element.append(chip(option.choice));
    else element.textContent = host.t("grid.newChoice", { label: option.label });
    element.addEventListener("click", () => picked(option));
    return element;
  };
  return {
    shown: () => float !== null,
    show: (given, at) => {
      options = given;
      active = at;
      draw();
    },
    active: () => options[active],
    move: (step) => {
      if (options.length === 0) return;
      active =
        active < 0 ? (step > 0 ? 0 : options.length - 1) : (active + step + options.length) % options.length;
      draw();
    },
    close: () => {
      if (float === null) return false;
      float.remove();
      float = null;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
      return true;
    },
    remove: () => float?.remove(),
  };
}

function stepOf(event: KeyboardEvent): number {
  if (event.altKey || event.ctrlKey || event.metaKey) return 0;
  return event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
}

/** In a cell the list is there from the beginning. */
function showByClick(host: EditorHost, input: HTMLInputElement, list: List, show: () => void): void {
  if (host.place === "form") input.addEventListener("click", () => list.shown() || show());
}

export function choiceControl(host: EditorHost): Control {
  const input = makeInput(host, "text");
  const choices = choicesOf(host.field.type);
  let touched = host.typed !== null;
  /** Taken from the list rather than typed. */
  let pick: Option | undefined;
  const list = makeList(
    host,
    input,
    (option) => {
      pick = option;
      host.commit();
    },
    (option) => option.type === "choice" && option.choice.id === host.value,
  );
  const element = document.createElement("div");
  element.className = "cell-one";
  const showHue = (): void => {
    const chosen = choices.find(({ id }) => id === host.value);
    if (chosen === undefined || touched) delete element.dataset["hue"];
    else element.dataset["hue"] = chosen.hue;
  };
  element.append(input);
  const show = (): void => {
    showHue();
    const offered = offer(choices, touched ? input.value : "");
    const current = offered.options.findIndex(
      (option) => option.type === "choice" && option.choice.id === host.value,
    );
    list.show(offered.options, touched ? offered.active : current);
  };
  input.addEventListener("input", () => {
    touched = true;
    pick = undefined;
    show();
  });
  showByClick(host, input, list, show);
  const read = (): Parsed => {
    const option = pick ?? list.active();
    if (option?.type === "choice") return { ok: true, value: option.choice.id };
    return host.parse(option?.label ?? input.value, host.field);
  };
  return {
    element,
    input,
    read,
    changed: () => {
      // A choice that is not listed yet has no label: what shows none is not emptied.
      if (!touched && pick === undefined && list.active() === undefined) return false;
      const parsed = read();
      return !parsed.ok || !sameValue(parsed.value, host.value);
    },
    takeKey: (event) => {
      const step = stepOf(event);
      if (opensList(event) || (step !== 0 && !list.shown())) show();
      else if (step !== 0) list.move(step);
      return step !== 0 || opensList(event);
    },
    attached: host.place === "cell" ? show : showHue,
    open: show,
    close: list.close,
    remove: list.remove,
  };
}

const SEPARATORS = [",", ";", "，", "；", "、"];

/** The choices a cell will hold; a new label becomes a choice of the field as soon as it is added. */
interface Chosen {
  readonly ids: readonly ChoiceId[];
  readonly field: Field;
  /** The field has choices that it had not. */
  readonly grown: boolean;
}

function withLabel(chosen: Chosen, label: string, host: EditorHost): Chosen {
  const { field } = chosen;
  const parsed = host.parse(label, field);
  if (!parsed.ok || !Array.isArray(parsed.value)) return chosen;
  const ids = [...chosen.ids, ...parsed.value.filter((id: ChoiceId) => !chosen.ids.includes(id))];
  if (parsed.choices === undefined || field.type.storage !== "choices") return { ...chosen, ids };
  return { ids, field: { ...field, type: { ...field.type, choices: parsed.choices } }, grown: true };
}

function toggled(chosen: Chosen, option: Option, host: EditorHost): Chosen {
  if (option.type === "new") return withLabel(chosen, option.label, host);
  const { id } = option.choice;
  const ids = chosen.ids.includes(id) ? chosen.ids.filter((other) => other !== id) : [...chosen.ids, id];
  return { ...chosen, ids };
}

function parsedOf({ ids, field, grown }: Chosen): Parsed {
  const value = ids.length === 0 ? null : ids;
  return grown ? { ok: true, value, choices: choicesOf(field.type) } : { ok: true, value };
}

/** What was chosen before stays; the text filters, and Enter or a comma adds what it names. */
export function choicesControl(host: EditorHost): Control {
  const element = document.createElement("div");
  element.className = "cell-several";
  const chips = document.createElement("span");
  const input = makeInput(host, "text");
  input.value = host.typed ?? "";
  element.append(chips, input);
  let chosen: Chosen = { ids: Array.isArray(host.value) ? host.value : [], field: host.field, grown: false };
  const has = (option: Option): boolean => option.type === "choice" && chosen.ids.includes(option.choice.id);

  /** Taken away by a press, as by Backspace from the end. */
  const removable = (choice: Choice): HTMLElement => {
    const element = chip(choice);
    element.classList.add("cell-chip-removable");
    element.title = host.t("grid.removeChoice", { label: choice.label });
    element.addEventListener("mousedown", (event) => event.preventDefault());
    element.addEventListener("click", () => {
      toggle({ type: "choice", choice });
      input.focus();
    });
    return element;
  };
  const showChips = (): void => {
    const listed = choicesOf(chosen.field.type).filter(({ id }) => chosen.ids.includes(id));
    chips.replaceChildren(...listed.map(removable));
    input.setAttribute("aria-description", listed.map(({ label }) => label).join(host.t("filter.list")));
  };
  const show = (): void => {
    showChips();
    const offered = offer(choicesOf(chosen.field.type), input.value);
    list.show(offered.options, offered.active);
  };
  const toggle = (option: Option): void => {
    chosen = toggled(chosen, option, host);
    input.value = "";
    host.touched();
    show();
  };
  const list = makeList(host, input, toggle, has);
  /** What the text names, and Enter or a comma would add. */
  const named = (): Option | undefined => {
    const option = list.active();
    return input.value.trim() === "" || option === undefined || has(option) ? undefined : option;
  };
  const removeLast = (): boolean => {
    const had = chosen.ids.length > 0;
    chosen = { ...chosen, ids: chosen.ids.slice(0, -1) };
    return had;
  };
  /** Looks, and adds nothing: the text is still being typed when it is asked for. */
  const read = (): Parsed => {
    const option = named();
    return parsedOf(option === undefined ? chosen : toggled(chosen, option, host));
  };
  const takeKey = (event: KeyboardEvent): boolean => {
    const step = stepOf(event);
    const option = list.active();
    if (opensList(event) || (step !== 0 && !list.shown())) show();
    else if (step !== 0) list.move(step);
    else if (SEPARATORS.includes(event.key)) {
      const more = named();
      if (more !== undefined) toggle(more);
    } else if (event.key === " " && input.value === "" && option !== undefined) toggle(option);
    else if (event.key === "Backspace" && input.value === "" && removeLast()) show();
    else return false;
    return true;
  };
  input.addEventListener("input", show);
  showByClick(host, input, list, show);
  return {
    element,
    input,
    read,
    changed: () => {
      const parsed = read();
      return !parsed.ok || !sameValue(parsed.value, host.value);
    },
    takeKey,
    attached: host.place === "cell" ? show : showChips,
    open: show,
    close: list.close,
    remove: list.remove,
  };
}
