/** Who may frame the tab: Teams, Outlook and Microsoft 365, as Microsoft lists their hosts. */
const hosts = [
  "https://*.cloud.microsoft",
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
  "https://outlook.office.com",
  "https://outlook.office365.com",
  "https://www.office.com",
  "https://www.microsoft365.com",
];

/** teams-js reads its list of valid hosts from here when it starts. */
const teamsList = "https://res.cdn.office.net";

/** The headers of every page of the tab. `frames` adds a host page on one machine. */
export const pageHeaders = (frames: readonly string[] = []): Readonly<Record<string, string>> => ({
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${teamsList}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${[...hosts, ...frames].join(" ")}`,
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
});
