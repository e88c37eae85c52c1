/** Fetches Tierbook itself anew from its host, where the copy of it that this browser keeps is broken. */

/** What the browser keeps of the app's own files; workbooks lie elsewhere. False: the host gives none, so they stay. */
export async function forgetApp(): Promise<boolean> {
  // An address that the service worker does not know, so that the host answers.
  const url = `./index.html?anew=${Date.now()}`;
  const answer = await fetch(url, { cache: "reload" }).catch(() => null);
  if (answer?.ok !== true || !(await answer.text()).includes('id="app"')) return false;
  const registration = await navigator.serviceWorker?.getRegistration("./");
  if (registration === undefined) return true;
  for (const name of await caches.keys()) {
    if (name.endsWith(registration.scope)) await caches.delete(name);
  }
  await registration.unregister();
  return true;
}
