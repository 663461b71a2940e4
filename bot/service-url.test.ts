import { expect, it } from "vitest";
import { mayReplyTo } from "./service-url.ts";

it.each([
  "https://smba.trafficmanager.net/uk/",
  "https://smba.trafficmanager.net/emea/11111111-1111-4111-8111-111111111111/",
  "https://smba.botframework.com/",
  "https://smba.infra.gcc.teams.microsoft.com/teams",
])("lets the bot answer Teams at %s, and not while it runs without an account", (url) => {
  expect([mayReplyTo(url, false), mayReplyTo(url, true)]).toEqual([true, false]);
});

it.each(["http://localhost:56150/_connector", "http://127.0.0.1:1/", "http://[::1]:56150/"])(
  "lets it answer this machine at %s only while it runs without an account",
  (url) => {
    expect([mayReplyTo(url, false), mayReplyTo(url, true)]).toEqual([false, true]);
  },
);

it.each([
  "http://smba.trafficmanager.net/uk/",
  "https://smba.trafficmanager.net.evil.example/",
  "https://evil.example/smba.trafficmanager.net",
  "https://smba.trafficmanager.net@evil.example/",
  "https://smba.trafficmanager.net:8443/",
  "https://xsmba.trafficmanager.net/",
  "https://other.trafficmanager.net/",
  "https://169.254.169.254/metadata",
  "http://127.0.0.1.evil.example/",
  "http://user:word@127.0.0.1/",
  "file:///etc/passwd",
  "ftp://localhost/",
  "javascript:alert(1)",
  "not an address",
  "",
])("never lets it answer “%s”", (url) => {
  expect([mayReplyTo(url, false), mayReplyTo(url, true)]).toEqual([false, false]);
});
