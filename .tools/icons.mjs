/** `node .tools/icons.mjs`: draws the icons of the installed app from public/icon.svg, after that has changed. */
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { findBrowser } from "./browser.mjs";
import { root, runScript } from "./run.mjs";

/** A maskable icon may lose all but a circle of 80 % of its width; the picture stays inside that. */
const ICONS = [
  { file: "icon-192.png", size: 192, picture: 0.86, paper: "#fbfaf7", radius: 0.2 },
  { file: "icon-512.png", size: 512, picture: 0.86, paper: "#fbfaf7", radius: 0.2 },
  { file: "icon-maskable-512.png", size: 512, picture: 0.54, paper: "#fbfaf7", radius: 0 },
];

runScript(async () => {
  const svg = readFileSync(`${root}/public/icon.svg`).toString("base64");
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: findBrowser({ windows: true }), args: asRoot });
  for (const { file, size, picture, paper, radius } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const side = Math.round(size * picture);
    await page.setContent(`<body style="margin:0;display:grid;place-items:center;width:${size}px;height:${size}px;
      background:${paper};border-radius:${size * radius}px">
      <img width="${side}" height="${side}" src="data:image/svg+xml;base64,${svg}"></body>
      <style>html{background:none}</style>`);
    await page.locator("img").evaluate((img) => img instanceof HTMLImageElement && img.decode());
    await page.screenshot({ path: `${root}/public/${file}`, omitBackground: true });
  }
  await browser.close();
});
