/** Composition root: the worker, the interface's state over it, and the screens over that. */
import { render } from "solid-js/web";
import { connect } from "./app/connect.ts";
import { createApp } from "./app/create.ts";
import { firstLanguage } from "./app/device.ts";
import { loadLanguage } from "./i18n/index.ts";
import "./ui/kit/tokens.css";
import "./ui/kit/base.css";
import { leaveKeysToInputMethods } from "./ui/kit/inputMethods.ts";
import { nextTask } from "./ui/kit/tasks.ts";
import { Shell } from "./ui/shell/Shell.tsx";

/** No `await` of the module itself: the build puts what several files need into this one's, and they would wait for each other. */
async function start(): Promise<void> {
  const root = document.getElementById("app");
  if (root === null) throw new Error("index.html has no #app");

  // The worker starts first, since all else waits for it. Running this script, starting the worker and drawing the first
  // screen are tasks of their own.
  const worker = connect();
  await loadLanguage(firstLanguage());

  await nextTask();
  leaveKeysToInputMethods();
  // What index.html says to someone for whom this line is never reached.
  root.replaceChildren();
  render(() => {
    const app = createApp(worker);
    window.addEventListener("unhandledrejection", () => app.notify(app.t("notice.unexpected"), "wrong"));
    return <Shell app={app} />;
  }, root);

  // The grid is the largest script. It loads while the workbook opens, behind the first paint.
  await nextTask();
  await import("./ui/grid/SheetGrid.tsx");
}

void start();
