import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import "./page.css";
import { findHost } from "./sign-in/find-host.ts";
import { Stopped } from "./sign-in/stopped.tsx";

const host = await findHost();
if ("startAt" in host && host.startAt && host.startAt !== location.pathname + location.search)
  history.replaceState(null, "", host.startAt);
const root = document.getElementById("root");
if (root)
  createRoot(root).render(<StrictMode>{"stop" in host ? <Stopped {...host} /> : <App host={host} />}</StrictMode>);
