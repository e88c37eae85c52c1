/** The data worker of the barest of charts: it knows the answer. */
self.addEventListener("message", ({ data }: MessageEvent<number>) => self.postMessage(data));
