/** Build and unit-test configuration. Relative base: the built folder works under any path of any static host. */
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "./",
  plugins: [solid()],
  worker: { format: "es" },
  build: { target: "es2023" },
  test: {
    include: ["tests/{unit,property,contract}/**/*.test.ts"],
    environment: "node",
    testTimeout: 60_000,
  },
});
