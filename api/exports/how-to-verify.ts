/** What an auditor finds beside the files. */
export const howToVerify = `Audit trail of Line of Sight

events.jsonl     everything anybody did, one event a line: who, what, when, which row; fingerprints, never content
anchors/         where every chain of events stood at a sign-off or at the hour, signed
rows.jsonl       each row as SharePoint had it when this was made: version and fingerprint
public-key.pem   the key the anchors are signed with
manifest.json    every file with its fingerprint, signed

To verify, on any machine with the program, without a network:

    npm run audit:verify -- PATH --key FINGERPRINT --newest NUMBER:HASH

PATH is this zip, or the folder it unpacks to. FINGERPRINT is that of the provider's key, as they gave it to you by another
route. NUMBER:HASH is the newest anchor in the program's log (the line "audit.anchor"). The last two may be left out; the
answer then says what is not proven.

An event's fingerprint is the SHA-256 of the JSON list [previousHash, chain, sequence, at, actor, did, register, rowKey,
rowEtag, payloadHash]. An anchor's signature is RS256 over the JSON list of its facts. docs/audit-trail.md has the details.
`;
