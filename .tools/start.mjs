/** `npm start`: builds Tierbook and serves it on this machine until Ctrl+C. PORT chooses the port. */
import { ensureDependencies } from "./install.mjs";
import { root, runScript } from "./run.mjs";

const USUAL_PORT = 4173;

/** @returns {number | null} */
function wantedPort() {
  const text = process.env.PORT;
  if (!text) return null;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT is "${text}", which is no port number.`);
}

/** @param {number | null} wanted */
async function serve(wanted) {
  const { preview } = await import("vite");
  try {
    return await preview({
      root,
      preview: { host: "localhost", port: wanted ?? USUAL_PORT, strictPort: wanted !== null, open: false },
    });
  } catch (error) {
    throw new Error(`Cannot serve${wanted === null ? "" : ` on port ${wanted}`}: ${error}`);
  }
}

runScript(async () => {
  const wanted = wantedPort();
  ensureDependencies();
  const { build } = await import("vite");
  console.log("Building …");
  await build({ root, logLevel: "warn" });
  const server = await serve(wanted);
  const address = server.httpServer.address();
  const port = typeof address === "object" ? address?.port : undefined;
  console.log(`\nTierbook is at http://localhost:${port}/\n`);
  if (wanted === null && port !== USUAL_PORT) {
    console.log(
      `Port ${USUAL_PORT} is taken. A browser keeps workbooks per address: those made at another are not shown here.`,
    );
  }
  console.log("Stop it with Ctrl+C.");
  process.once("SIGINT", async () => {
    // Browsers keep connections open; without this, closing waits for them.
    if ("closeAllConnections" in server.httpServer) server.httpServer.closeAllConnections();
    await server.close();
    process.exit(0);
  });
});
