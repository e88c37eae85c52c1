/** A column's name while it is being changed, in the place where it stands. */
import type { Field } from "../../core/model/index.ts";
import { NameInPlace } from "../kit/NameInPlace.tsx";
import type { GridSession } from "./session.ts";

export function ColumnName(props: { readonly session: GridSession; readonly field: Field }) {
  const end = (name: string | null): void => {
    const { session, field } = props;
    if (session.renaming() !== field.id) return;
    session.rename(null);
    session.focusHeader(field.id);
    const sheet = session.app.sheet();
    if (name === null || sheet === null) return;
    void session.app.dispatch({ type: "renameField", sheet: sheet.id, field: field.id, name });
  };
  return (
    <NameInPlace
      class="column-rename"
      name={props.field.name}
      label={props.session.app.t("grid.columnName")}
      onEnd={end}
    />
  );
}
