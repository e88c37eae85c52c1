/** The data worker of the barest of workbooks: one strict commit for each cell it is told of. */
import { commit, openFloor } from "./commits.ts";

const database = openFloor(self.name);

self.addEventListener("message", async ({ data }: MessageEvent<number>) => {
  await commit(await database, data);
  self.postMessage(data);
});
