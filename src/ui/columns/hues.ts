/** The hues as a list to choose from. */
import { HUES, type Hue } from "../../core/model/index.ts";
import type { Translate } from "../../i18n/index.ts";
import type { Option } from "../kit/Select.tsx";

export const hueOptions = (t: Translate): readonly Option<Hue>[] =>
  HUES.map((value) => ({ value, label: t(`hue.${value}`) }));
