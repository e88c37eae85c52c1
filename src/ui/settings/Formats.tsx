/** How the workbook writes numbers, dates and amounts, with an example of what the choice means. */
import { createMemo } from "solid-js";
import type { App } from "../../app/app.ts";
import { currencyChoices, localeChoices } from "../../app/place.ts";
import { type Field, fieldId } from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";
import { Combobox } from "../kit/Combobox.tsx";
import type { Option } from "../kit/Select.tsx";

const AMOUNT: Field = {
  id: fieldId("amount"),
  name: "",
  kind: "money",
  type: { storage: "integer", decimals: 2 },
};
const DAY: Field = { id: fieldId("day"), name: "", kind: "date", type: { storage: "day" } };
const TYPED = "03/04/2026";
const ISO = "2026-04-03";

/** Tags that Intl has no name for stand for themselves. */
function named(type: "language" | "currency", language: string, codes: readonly string[]): Option<string>[] {
  const names = new Intl.DisplayNames(language, { type });
  const options = codes.map((value) => {
    const name = names.of(value) ?? value;
    return { value, label: type === "currency" ? `${value} – ${name}` : name };
  });
  const { compare } = new Intl.Collator(language);
  return options.toSorted((a, b) => compare(a.label, b.label));
}

export function Formats(props: { readonly app: App }) {
  const { app } = props;
  const { t } = app;
  // A locale may say in which order it sorts, which is chosen elsewhere.
  const tag = createMemo(() => new Intl.Locale(app.locale().tag).baseName);
  const currency = createMemo(() => app.locale().currency);
  const locales = createMemo(() =>
    named("language", app.language(), localeChoices([tag(), ...navigator.languages])),
  );
  const currencies = createMemo(() => named("currency", app.language(), currencyChoices(currency())));
  const change = (part: { readonly locale?: string; readonly currency?: string }): void => {
    void app.dispatch({ type: "setFormats", locale: tag(), currency: currency(), ...part });
  };
  const chosen = (option: string): string => t("settings.chosen", { option });
  const amount = (): string =>
    t("settings.amount", { amount: kindOf(AMOUNT).format(123_456_789, AMOUNT, app.locale()) });
  const day = (): string => {
    const read = kindOf(DAY).parse(TYPED, DAY, app.locale());
    return read.ok
      ? t("settings.day", { typed: TYPED, day: kindOf(DAY).format(read.value, DAY, app.locale()) })
      : t("settings.dayUnclear", { typed: TYPED, iso: ISO });
  };
  return (
    <>
      <Combobox
        label={t("settings.locale")}
        options={locales()}
        value={tag()}
        noneLabel={t("settings.none")}
        chosenLabel={chosen}
        disabled={app.past() !== null}
        onChange={(locale) => change({ locale })}
      />
      <Combobox
        label={t("settings.currency")}
        options={currencies()}
        value={currency()}
        noneLabel={t("settings.none")}
        chosenLabel={chosen}
        disabled={app.past() !== null}
        onChange={(next) => change({ currency: next })}
      />
      <div class="quiet">
        <p>{amount()}</p>
        <p>{day()}</p>
      </div>
    </>
  );
}
