/**
 * A button of words. Tone: quiet by default, outline beside text, primary once per dialog, danger in its place for what
 * destroys, glyph for × and arrows.
 */
import { type JSX, splitProps } from "solid-js";

interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: "outline" | "primary" | "danger" | "glyph" | undefined;
  /** Shown as active: a pressed toggle, a sort that is on. Says nothing to assistive technology by itself. */
  readonly on?: boolean | undefined;
  /** At work on what it was pressed for: it cannot be pressed again, and keeps the keyboard. */
  readonly busy?: boolean | undefined;
}

export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ["tone", "on", "busy"]);
  return (
    <button
      type="button"
      class="button"
      data-tone={own.tone}
      data-on={own.on === true ? "" : undefined}
      {...rest}
      aria-disabled={own.busy === true ? true : undefined}
      aria-busy={own.busy === true ? true : undefined}
      onClick={own.busy === true ? undefined : rest.onClick}
    />
  );
}
