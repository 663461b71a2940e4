import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { apiGuard } from "./tab/api-guard.ts";

const root = import.meta.dirname;

export default defineConfig({
  root: join(root, "tab"),
  base: "/",
  plugins: [apiGuard(join(root, "api")), react()],
  build: {
    outDir: join(root, "dist", "tab"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler|wouter|@tanstack)[\\/]/ },
            { name: "fluent", test: /node_modules[\\/](@fluentui|@griffel|tabster|keyborg|@floating-ui)[\\/]/ },
          ],
        },
      },
    },
  },
});
