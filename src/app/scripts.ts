/** The scripts that are started by their address: under Trusted Types only these are, whatever a page's data says. */
import workerUrl from "../worker/data.worker.ts?worker&url";

/** What a policy makes passes for a text until the browser looks at it. */
interface ScriptPolicy {
  createScriptURL(url: string): string;
}

declare global {
  interface Window {
    /** Not in every browser. */
    readonly trustedTypes?: { createPolicy<Rules extends object>(name: string, rules: Rules): Rules };
  }
}

/** Beside index.html, which the relative address says under any path. */
const SERVICE_WORKER = new URL("./sw.js", document.baseURI).href;

const own: ScriptPolicy = {
  createScriptURL: (url) => {
    if (url !== workerUrl && url !== SERVICE_WORKER) throw new TypeError(`${url} is no script of Tierbook.`);
    return url;
  },
};
const policy = window.trustedTypes?.createPolicy("tierbook-scripts", own) ?? own;

export const dataWorkerScript = (): string => policy.createScriptURL(workerUrl);
export const serviceWorkerScript = (): string => policy.createScriptURL(SERVICE_WORKER);
