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

/** The choices a cell will hold, as they are added and taken away; new labels become choices of the field at once. */
class Chosen {
  readonly #host: EditorHost;
  readonly #ids: ChoiceId[];
  #field: Field;
  #grown = false;

  constructor(host: EditorHost) {
    this.#host = host;
    this.#field = host.field;
    this.#ids = Array.isArray(host.value) ? [...host.value] : [];
  }

  get choices(): readonly Choice[] {
    return choicesOf(this.#field.type);
  }

  get ids(): readonly ChoiceId[] | null {
    return this.#ids.length === 0 ? null : [...this.#ids];
  }

  has(option: Option): boolean {
    return option.type === "choice" && this.#ids.includes(option.choice.id);
  }

  toggle(option: Option): void {
    if (option.type === "new") this.#add(option.label);
    else if (this.has(option)) this.#ids.splice(this.#ids.indexOf(option.choice.id), 1);
    else this.#ids.push(option.choice.id);
  }

  removeLast(): boolean {
    return this.#ids.pop() !== undefined;
  }

  read(): Parsed {
    const value = this.ids;
    return this.#grown ? { ok: true, value, choices: this.choices } : { ok: true, value };
  }

  #add(label: string): void {
    const parsed = this.#host.parse(label, this.#field);
    if (!parsed.ok || !Array.isArray(parsed.value)) return;
    if (parsed.choices !== undefined && this.#field.type.storage === "choices") {
      this.#field = { ...this.#field, type: { ...this.#field.type, choices: parsed.choices } };
      this.#grown = true;
    }
    this.#ids.push(...parsed.value.filter((id: ChoiceId) => !this.#ids.includes(id)));
  }
}

/** What was chosen before stays; the text filters, and Enter or a comma adds what it names. */
export function choicesControl(host: EditorHost): Control {
  const element = document.createElement("div");
  element.className = "cell-several";
  const chips = document.createElement("span");
  const input = makeInput(host, "text");
  input.value = host.typed ?? "";
  element.append(chips, input);
  const chosen = new Chosen(host);

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
    const listed = chosen.choices.filter((choice) => chosen.has({ type: "choice", choice }));
    chips.replaceChildren(...listed.map(removable));
    input.setAttribute("aria-description", listed.map(({ label }) => label).join(host.t("filter.list")));
  };
  const show = (): void => {
    showChips();
    const offered = offer(chosen.choices, input.value);
    list.show(offered.options, offered.active);
  };
  const toggle = (option: Option): void => {
    chosen.toggle(option);
    input.value = "";
    host.touched();
    show();
  };
  const list = makeList(host, input, toggle, (option) => chosen.has(option));
  /** Adds what the text names. */
  const take = (): void => {
    const option = list.active();
    if (input.value.trim() !== "" && option !== undefined && !chosen.has(option)) toggle(option);
  };
  const takeKey = (event: KeyboardEvent): boolean => {
    const step = stepOf(event);
    const option = list.active();
    if (opensList(event) || (step !== 0 && !list.shown())) show();
    else if (step !== 0) list.move(step);
    else if (SEPARATORS.includes(event.key)) take();
    else if (event.key === " " && input.value === "" && option !== undefined) toggle(option);
    else if (event.key === "Backspace" && input.value === "" && chosen.removeLast()) show();
    else return false;
    return true;
  };
  input.addEventListener("input", show);
  showByClick(host, input, list, show);
  return {
    element,
    input,
    read: () => {
      take();
      return chosen.read();
    },
    changed: () => {
      take();
      return !sameValue(chosen.ids, host.value);
    },
    takeKey,
    attached: host.place === "cell" ? show : showChips,
    open: show,
    close: list.close,
    remove: list.remove,
  };
}
