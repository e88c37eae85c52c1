/** The kinds of column as a list to choose from. */
import { KIND_IDS, type KindId } from "../../core/model/index.ts";
import { kindNames } from "../../fields/messages.ts";
import type { Language } from "../../i18n/index.ts";
import type { Option } from "../kit/Select.tsx";

export const kindOptions = (language: Language): readonly Option<KindId>[] =>
  KIND_IDS.map((value) => ({ value, label: kindNames[value][language] }));
