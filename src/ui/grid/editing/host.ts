/** What a control is given to know of the value it edits. */
import type { App } from "../../../app/app.ts";
import type { Value } from "../../../core/model/index.ts";
import { kindOf } from "../../../fields/index.ts";
import { problemText } from "../../../fields/messages.ts";
import type { Control, EditorHost } from "./control.ts";

type Given = Omit<EditorHost, "text" | "t" | "language" | "locale" | "parse" | "editText">;

export function makeHost(app: App, given: Given): EditorHost {
  const { field } = given;
  const kind = kindOf(field);
  const editText = (value: Value): string => kind.editText(value, field, app.locale());
  return {
    ...given,
    text: editText(given.value),
    t: app.t,
    language: app.language(),
    locale: app.locale().tag,
    parse: (text, of) => kind.parse(text, of, app.locale()),
    editText,
  };
}

/** Why what a control holds cannot be written; null where it can, or need not be. */
export function problemOf(app: App, control: Control): string | null {
  if (!control.changed()) return null;
  const parsed = control.read();
  return parsed.ok ? null : problemText(app.language(), parsed.problem);
}
