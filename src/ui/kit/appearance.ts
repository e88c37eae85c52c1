/** Theme and density on the page's root, where the tokens look for them; and tokens for what draws on a canvas. */
import { createRenderEffect } from "solid-js";
import type { Device } from "../../app/device.ts";

/** Runs inside a reactive owner. A render effect: what draws in the chosen colours is drawn after. */
export function showAppearance(device: Device): void {
  const { dataset } = document.documentElement;
  createRenderEffect(() => {
    const theme = device.theme();
    if (theme === null) delete dataset["theme"];
    else dataset["theme"] = theme;
    dataset["density"] = device.preferences().density;
  });
}

/** A token as it is at this moment in a part of the page, as rgb(): a canvas knows neither var() nor light-dark(). */
export function colourOf(token: string, within: HTMLElement = document.body): string {
  const probe = within.appendChild(document.createElement("span"));
  probe.style.color = `var(--${token})`;
  // Forced colours would make all of them one: what a colour tells apart on a canvas would be lost.
  probe.style.forcedColorAdjust = "none";
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
