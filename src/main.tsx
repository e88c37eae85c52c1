/** Composition root: the worker, the interface's state over it, and the screens over that. */
import { render } from "solid-js/web";
import { connect } from "./app/connect.ts";
import { createApp } from "./app/create.ts";
import "./ui/kit/tokens.css";
import "./ui/kit/base.css";
import { Shell } from "./ui/shell/Shell.tsx";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");

render(() => {
  const app = createApp(connect());
  window.addEventListener("unhandledrejection", () => app.notify(app.t("notice.unexpected"), "wrong"));
  return <Shell app={app} />;
}, root);

// The grid is the largest script. It loads while the workbook opens, behind the first paint.
setTimeout(() => void import("./ui/grid/SheetGrid.tsx"));
