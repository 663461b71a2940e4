/**
 * Who may do what, written by hand from the design and from nothing of the code: this file imports nothing. A new
 * operation fails the test until somebody has said here who may ask for it.
 */

/** Everybody with a role. What they get is limited to the rows they may see. */
const anyone = "anyone";
const cm = "contracts-manager";
const ql = "quality-lead";
const rm = "registered-manager";
const regional = "regional-manager";
const safeguarding = "safeguarding-lead";
const auditor = "auditor";
const leader = "senior-leader";
const ecm = "ecm-administrator";
const reviewer = "external-reviewer";
const administrator = "administrator";

export const mayAsk: Readonly<Record<string, "anyone" | readonly string[]>> = {
  // Looking: everybody, at what is theirs.
  me: anyone,
  // With the asker's own rights in Microsoft 365, and no more than those.
  profile: anyone,
  "photo-of": anyone,
  "find-people": anyone,
  "my-work": anyone,
  "read-register": anyone,
  "read-row": anyone,
  "read-names": anyone,
  "export-register": anyone,
  "row-links": anyone,
  "row-counted": anyone,
  "find-rows": anyone,
  "read-cycles": anyone,
  "read-cycle": anyone,
  "cycle-status": anyone,
  "read-figures": anyone,
  "figure-rows": anyone,
  "read-checks": anyone,
  "read-commentary": anyone,
  "read-packs": anyone,
  "read-pack": anyone,
  "read-pack-file": [cm, ql, rm, regional, auditor, leader, reviewer],
  "read-job": anyone,
  // An edit is open to every role; each register then says which of them.
  "change-row": [
    ...[cm, ql, rm, regional, "team-leader", "shift-leader", "key-worker", "care-coordinator"],
    ...[safeguarding, auditor, leader, ecm, "project-lead", reviewer, administrator],
  ],
  // Collecting: whoever brings the exports in, and whoever answers for the figures.
  "receive-import": [cm, ql, ecm],
  "preview-import": [cm, ql, ecm],
  "load-import": [cm, ql, ecm],
  "read-rejects": [cm, ql, ecm],
  "accept-rejects": [cm, ql],
  "compute-figures": [cm, ql, auditor, ecm],
  "cut-off-data": [cm, ql],
  "answer-review": anyone,
  "resolve-review": [ql],
  "move-cycle": [cm, ql, auditor, leader],
  // Validating: the quality lead plans, auditors and external reviewers check, managers find causes.
  "plan-checks": [ql, auditor],
  "draw-sample": [ql, auditor],
  "widen-check": [ql, auditor],
  "check-record": [auditor, reviewer],
  "recheck-record": [auditor, reviewer],
  "add-source-record": [auditor, reviewer],
  "give-cause": [rm],
  "treat-discrepancy": [cm],
  "agree-treatment": [ql],
  "record-correction": anyone,
  "close-discrepancy": [ql, auditor],
  // Explaining: contracts and quality write, managers give context, leadership reviews.
  "propose-commentary": [cm, ql],
  "plan-commentary": [ql],
  "dismiss-commentary": [ql],
  "give-context": [rm, regional],
  "write-commentary": [cm, ql],
  "review-commentary": [ql, leader],
  "send-back-commentary": [ql, leader],
  "approve-commentary": [leader],
  "add-theme": [ql, leader],
  "review-theme": [ql, leader],
  // Approving and sending: the contracts manager compiles; whoever is asked signs, and that is checked by name.
  "draft-pack": [cm],
  "ask-sign-offs": [cm],
  "decide-sign-off": anyone,
  "open-sign-off": anyone,
  "use-card-action": anyone,
  "compile-pack": [cm],
  "submit-pack": [cm],
  // Actions: raised by who manages, carried out by their owners, checked by name.
  "add-action": [cm, ql, rm, regional, safeguarding, leader],
  "move-action": anyone,
  "action-progress": anyone,
  "action-more-time": anyone,
  // People: administrators ask, a second person agrees.
  "read-people": [leader, administrator],
  "ask-person": [administrator],
  "ask-rights": [administrator],
  "agree-rights": [leader, administrator],
  "drop-rights": [leader, administrator],
  "set-absence": anyone,
  "export-audit": [auditor, leader],
  // Personal data: originals are opened to check them, held and handed out by who answers for the people supported;
  // a senior leader, never whoever asked, agrees to erase.
  "read-held": [cm, ql, safeguarding, auditor, leader, ecm],
  "open-original": [auditor, ecm],
  "hold-original": [cm, ql, safeguarding, leader],
  "read-personal-data": [safeguarding, auditor, leader],
  "review-personal-data": [auditor, leader],
  "export-person": [cm, ql, safeguarding],
  "ask-erasure": [cm, ql, safeguarding],
  "answer-erasure": [leader],
};

export const edits: Readonly<Record<string, readonly string[]>> = {
  contracts: [cm],
  services: [cm, administrator],
  frameworks: [ql],
  specifications: [cm],
  indicators: [ql],
  "evidence-map": [ql, ecm],
  "reporting-calendar": [cm],
  themes: [ql, leader],
  actions: [cm, ql, rm, regional],
  exceptions: [ql, rm, "team-leader"],
  "outcome-plans": [ql],
  outcomes: [rm, "key-worker"],
  meetings: [ql, leader],
};

/**
 * What a role over a part reaches, whatever the role: r to see, w to change, - not there. Ashdown and Birchwood are the
 * north; Westshire buys Ashdown and Birchwood, Eastmoor buys Birchwood and Coppice.
 */
export const reaches: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "a row of Ashdown": {
    "the organisation": "rw",
    "region north": "rw",
    "service ashdown": "rw",
    "contract westshire": "rw",
  },
  "a row of Birchwood": {
    "the organisation": "rw",
    "region north": "rw",
    "service ashdown": "-",
    "contract westshire": "rw",
  },
  "a row of Coppice": {
    "the organisation": "rw",
    "region north": "-",
    "service ashdown": "-",
    "contract westshire": "-",
  },
  "a row of Ashdown and Coppice": {
    "the organisation": "rw",
    "region north": "r",
    "service ashdown": "r",
    "contract westshire": "r",
  },
  "Eastmoor's row at Birchwood": {
    "the organisation": "rw",
    "region north": "rw",
    "service ashdown": "-",
    "contract westshire": "rw",
  },
  "a row of Westshire": {
    "the organisation": "rw",
    "region north": "r",
    "service ashdown": "r",
    "contract westshire": "rw",
  },
  "totals of Westshire": {
    "the organisation": "rw",
    "region north": "-",
    "service ashdown": "-",
    "contract westshire": "rw",
  },
  "a row of Eastmoor": {
    "the organisation": "rw",
    "region north": "r",
    "service ashdown": "-",
    "contract westshire": "-",
  },
  "a row of the organisation": {
    "the organisation": "rw",
    "region north": "rw",
    "service ashdown": "rw",
    "contract westshire": "rw",
  },
  "a safeguarding row of Ashdown": {
    "the organisation": "rw",
    "region north": "rw",
    "service ashdown": "rw",
    "contract westshire": "rw",
  },
};

/** Administrators look after people and settings and see no care data, whatever part their role is over. */
export const administratorReaches = ["a row of the organisation"];
/** Not there without the separate right, over whatever part. */
export const needsSafeguarding = ["a safeguarding row of Ashdown"];
