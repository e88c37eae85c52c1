/** A panel beside the button that opened it, on Kobalte. The button stays outside, so that this can load late. */
import { Popover as Kobalte } from "@kobalte/core/popover";
import type { ParentProps } from "solid-js";
import { holdFocus } from "./holding.ts";
import "./popover.css";

interface PopoverProps {
  readonly title: string;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

export function Popover(props: ParentProps<PopoverProps>) {
  // Kobalte asks for it once more while this closes, when what gave it may be gone.
  const { anchor } = props;
  return (
    <Kobalte
      open={true}
      onOpenChange={(open) => open || props.onClose()}
      anchorRef={() => anchor}
      placement="bottom-start"
      gutter={6}
      overflowPadding={8}
      fitViewport={true}
    >
      <Kobalte.Portal>
        <Kobalte.Content
          class="popover"
          ref={(content) => holdFocus(content)}
          onInteractOutside={(event) => {
            // A press on the button itself is the button's to answer: it closes what it opened.
            const { target } = event;
            if (target instanceof Node && anchor.contains(target)) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.focus();
          }}
        >
          <Kobalte.Title class="unseen">{props.title}</Kobalte.Title>
          {props.children}
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  );
}
