/** A new column: what it is called and what it holds. */
import { createSignal } from "solid-js";
import type { App } from "../../app/app.ts";
import { type FieldId, firstFree, type KindId } from "../../core/model/index.ts";
import { refusalText } from "../../i18n/wording.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Labelled } from "../kit/Labelled.tsx";
import { Select } from "../kit/Select.tsx";
import { TextField } from "../kit/TextField.tsx";
import { kindOptions } from "./kinds.ts";

interface InsertDialogProps {
  readonly app: App;
  readonly beside: { readonly field: FieldId; readonly side: "left" | "right" };
  readonly onClose: () => void;
}

export function InsertDialog(props: InsertDialogProps) {
  const { app } = props;
  const { t } = app;
  const taken = (): ReadonlySet<string> => new Set(app.sheet()?.fields.map(({ name }) => name));
  const free = firstFree(taken(), (number) => t("column.newName", { number }), taken().size + 1);
  const [name, setName] = createSignal(free);
  const [kind, setKind] = createSignal<KindId>("text");
  const wanted = (): string => name().trim();
  const problem = (): string | null =>
    wanted() === ""
      ? refusalText(t, { refused: "nameEmpty", name: "" })
      : taken().has(wanted())
        ? refusalText(t, { refused: "nameTaken", name: wanted() })
        : null;
  const insert = async (): Promise<void> => {
    const sheet = app.sheet();
    if (sheet === null || problem() !== null) return;
    const { field, side } = props.beside;
    const beside = { field, side };
    const done = await app.dispatch({
      type: "addField",
      sheet: sheet.id,
      name: wanted(),
      kind: kind(),
      beside,
    });
    if (done.ok) props.onClose();
  };
  return (
    <Dialog
      title={t("column.insert.title")}
      closeLabel={t("common.close")}
      onClose={props.onClose}
      footer={
        <>
          <Button tone="outline" onClick={props.onClose}>
            {t("common.cancel")}
          </Button>
          <Button tone="primary" disabled={problem() !== null} onClick={() => void insert()}>
            {t("column.insert.do")}
          </Button>
        </>
      }
    >
      <form
        class="column-form"
        onSubmit={(event) => {
          event.preventDefault();
          void insert();
        }}
      >
        <Labelled label={t("grid.columnName")}>
          <TextField
            value={name()}
            problem={problem()}
            onText={setName}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Labelled>
        <Labelled label={t("column.insert.kind")}>
          <Select options={kindOptions(app.language())} value={kind()} onChange={setKind} />
        </Labelled>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
