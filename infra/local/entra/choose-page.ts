import { createHash } from "node:crypto";
import type { UserSeed } from "../seed.ts";

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; }
body { margin: 0 auto; max-width: 64rem; padding: 2rem 1rem 4rem; color: #1b1a19; background: #faf9f8; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
button { font: inherit; text-align: left; width: 100%; height: 100%; min-height: 3rem; padding: .6rem .9rem; border: 1px solid #8a8886; border-radius: 4px; color: inherit; background: #fff; cursor: pointer; }
button:hover { background: #f3f2f1; }
button:focus-visible { outline: 3px solid #0f6cbd; outline-offset: 2px; }
.name { display: block; font-weight: 600; }
.role { display: block; color: #484644; }
@media (prefers-color-scheme: dark) {
  body { color: #f3f2f1; background: #1b1a19; }
  button { background: #292827; border-color: #a19f9d; }
  button:hover { background: #3b3a39; }
  button:focus-visible { outline-color: #62abf5; }
  .role { color: #d2d0ce; }
}
`;

/** The page's one style sheet, by hash: nothing else is allowed in. */
export const STYLE_HASH = `sha256-${createHash("sha256").update(style).digest("base64")}`;

const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? "");

const whole = (title: string, body: string): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

const choice = (user: UserSeed): string =>
  `<li><button type="submit" name="person" value="${escapeHtml(user.id)}"><span class="name">${escapeHtml(user.displayName)}</span><span class="role">${escapeHtml(user.jobTitle ?? user.userPrincipalName)}</span></button></li>`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** People by department, in the order handed in. */
export function choosePage(application: string, action: string, users: readonly UserSeed[]): string {
  const groups = Map.groupBy(users, (user) => user.department ?? "");
  const lists = [...groups].map(
    ([department, people]) =>
      `${department === "" ? "" : `<h2>${escapeHtml(capital(department))}</h2>\n`}<ul>\n${people.map(choice).join("\n")}\n</ul>`,
  );
  return whole(
    "Choose a demo person",
    `<h1>Choose a demo person</h1>
<p>You are signing in to ${escapeHtml(application)} on this machine. Nobody here is real, and no password is needed.</p>
<form method="post" action="${escapeHtml(action)}">
${lists.join("\n")}
</form>`,
  );
}

export const refusalPage = (why: string): string =>
  whole(
    "You cannot sign in this way",
    `<h1>You cannot sign in this way</h1>
<p>${escapeHtml(why)}</p>
<p>Go back to the application and start again. If it happens again, tell whoever set it up.</p>`,
  );
