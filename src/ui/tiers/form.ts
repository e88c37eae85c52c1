/** What the parts of a rule's form are given. */
import type { Choice, FieldId, Sheet } from "../../core/model/index.ts";
import type { Shell } from "../shell/state.ts";
import type { RuleDraft } from "./draft.ts";

export interface FormProps {
  readonly shell: Shell;
  readonly sheet: Sheet;
  readonly draft: RuleDraft;
  readonly onChange: (draft: RuleDraft) => void;
  /** Another column is to be filled. */
  readonly onField: (field: FieldId) => void;
}

/** Of a part that has something to say of each class. */
export interface ClassesProps extends FormProps {
  /** In their order. */
  readonly classes: readonly Choice[];
}
