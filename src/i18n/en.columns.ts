/** The words of columns in English: their menu and the dialogs it opens. */
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);
const cells = (count: number): string => counted("en", count, { one: "cell", other: "cells" });

export const enColumns = {
  "cause.duplicateField": (p: { readonly name: string }) => `duplicating a column as ${p.name}`,
  "cause.editChoices": (p: { readonly name: string }) => `editing the choices of ${p.name}`,
  "cause.changeKind": (p: { readonly name: string }) => `changing the kind of ${p.name}`,
  "refusal.lastField": "A sheet keeps at least one column. Add another before you delete this one.",
  "column.filter": "Filter…",
  "column.fit": "Fit width",
  "column.fitAll": "Fit all widths",
  "column.choices": "Edit choices…",
  "column.insertLeft": "Insert left…",
  "column.insertRight": "Insert right…",
  "column.duplicate": "Duplicate",
  "column.delete": "Delete",
  "column.copyName": (p: { readonly name: string; readonly number: string }) => `${p.name} copy${p.number}`,
  "column.newName": (p: { readonly number: number }) => `Column ${n(p.number)}`,
  "column.insert.title": "Insert a column",
  "column.insert.kind": "Kind",
  "column.insert.do": "Insert",
  "column.deleted": (p: { readonly name: string }) => `Column ${p.name} deleted. Undo brings it back.`,
  "column.delete.title": (p: { readonly name: string }) => `Delete column ${p.name}?`,
  "column.delete.charts": "The charts are made of this column, and go with it. Undo brings both back.",
  "choices.title": (p: { readonly name: string }) => `Choices of ${p.name}`,
  "choices.label": (p: { readonly rank: number }) => `Choice ${n(p.rank)}`,
  "choices.hue": (p: { readonly label: string }) => `Colour of ${p.label}`,
  "choices.up": (p: { readonly label: string }) => `Move ${p.label} up`,
  "choices.down": (p: { readonly label: string }) => `Move ${p.label} down`,
  "choices.remove": (p: { readonly label: string }) => `Delete ${p.label}`,
  "choices.keep": (p: { readonly label: string }) => `Keep ${p.label}`,
  "choices.used": (p: { readonly cells: number }) => cells(p.cells),
  "choices.gone": (p: { readonly label: string; readonly cells: number }) =>
    `${p.label}: ${cells(p.cells)} become`,
  "choices.add": "Add choice",
  "choices.none": "No choices yet. Add one, or type one into a cell.",
  "hue.violet": "Violet",
  "hue.teal": "Teal",
  "hue.amber": "Amber",
  "hue.slate": "Grey",
  "hue.blue": "Blue",
  "hue.rose": "Rose",
  "hue.green": "Green",
  "hue.sand": "Sand",
} as const;
