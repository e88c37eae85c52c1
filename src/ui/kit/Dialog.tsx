/** A modal dialog on Kobalte: focus kept inside, Escape closes, the page behind is inert. */
import { Dialog as Kobalte } from "@kobalte/core/dialog";
import type { JSX, ParentProps } from "solid-js";
import { holdFocus } from "./holding.ts";
import { focusReturn } from "./returning.ts";
import "./dialog.css";

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly footer: JSX.Element;
  /** There is nothing in it but to be read, and perhaps scrolled, by keyboard too. */
  readonly reading?: boolean | undefined;
  /** Wide dialogs hold tables. */
  readonly wide?: boolean | undefined;
}

export function Dialog(props: ParentProps<DialogProps>) {
  const goBack = focusReturn();
  let body: HTMLDivElement | undefined;
  /** What is to be filled in or read comes first; else what is to be pressed. Not the button that closes it again. */
  const begin = (): boolean => {
    const first = body?.querySelector<HTMLElement>(
      "input:enabled, select:enabled, textarea:enabled, button:enabled, a[href]",
    );
    const foot = body?.nextElementSibling?.querySelector<HTMLElement>("button:last-of-type:enabled");
    // Where nothing in it takes the keyboard, what is longer than the dialog is scrolled by the arrow keys.
    if (body && first === null && body.scrollHeight > body.clientHeight) body.tabIndex = 0;
    const start = props.reading === true ? body : (first ?? foot);
    start?.focus();
    return start != null && document.activeElement === start;
  };
  const holdBody = (element: HTMLDivElement): void => {
    body = element;
    holdFocus(element, begin);
  };
  return (
    <Kobalte open={true} onOpenChange={(open) => open || props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="dialog-veil" />
        <div class="dialog-place">
          <Kobalte.Content
            class="dialog"
            data-wide={props.wide === true ? "" : undefined}
            onOpenAutoFocus={(event) => {
              // What cannot take the keyboard yet leaves it to Kobalte, which never leaves it outside.
              if (begin()) event.preventDefault();
            }}
            onCloseAutoFocus={goBack}
          >
            <div class="dialog-head">
              <Kobalte.Title>{props.title}</Kobalte.Title>
              <Kobalte.CloseButton class="button" data-tone="glyph" aria-label={props.closeLabel}>
                ×
              </Kobalte.CloseButton>
            </div>
            <div ref={holdBody} class="dialog-body" tabIndex={props.reading === true ? 0 : undefined}>
              {props.children}
            </div>
            <div ref={(foot) => holdFocus(foot, begin)} class="dialog-foot">
              {props.footer}
            </div>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  );
}
