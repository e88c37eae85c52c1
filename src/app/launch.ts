/** Files that the system opens with the installed app. */

interface Launch {
  readonly files?: readonly FileSystemHandle[];
}

declare global {
  interface Window {
    /** Only where apps can be installed with file handlers. */
    readonly launchQueue?: { setConsumer(take: (launch: Launch) => void): void };
  }
}

/** `take` gets the first of each launch, and whatever was launched before this was called. */
export function onLaunchedFile(take: (file: File) => void): void {
  window.launchQueue?.setConsumer(async ({ files = [] }) => {
    const [first] = files;
    if (first instanceof FileSystemFileHandle) take(await first.getFile());
  });
}
