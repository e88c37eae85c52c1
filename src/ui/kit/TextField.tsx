/** A line, or several, to type into. What is wrong with it stands below, and is told with its name. */
import { createUniqueId, type JSX, Show, splitProps } from "solid-js";
import { Dynamic } from "solid-js/web";

interface TextFieldProps extends JSX.InputHTMLAttributes<HTMLInputElement> {
  readonly value: string;
  readonly onText: (text: string) => void;
  /** Where no visible label stands around it. */
  readonly label?: string | undefined;
  readonly problem?: string | null | undefined;
  /** More than one makes it a text of many lines. */
  readonly rows?: number | undefined;
}

export function TextField(props: TextFieldProps) {
  const [own, rest] = splitProps(props, ["onText", "label", "problem", "class"]);
  const below = createUniqueId();
  const wrong = (): boolean => (own.problem ?? null) !== null;
  return (
    <span class="text-field">
      <Dynamic
        component={rest.rows === undefined ? "input" : "textarea"}
        class={`input ${own.class ?? ""}`}
        autocomplete="off"
        aria-label={own.label}
        aria-invalid={wrong()}
        aria-describedby={wrong() && own.problem !== "" ? below : undefined}
        onInput={(event: { readonly currentTarget: HTMLInputElement }) =>
          own.onText(event.currentTarget.value)
        }
        {...rest}
      />
      <Show when={own.problem}>
        {(problem) => (
          <span class="wrong text-field-problem" id={below}>
            {problem()}
          </span>
        )}
      </Show>
    </span>
  );
}
