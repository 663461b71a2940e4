import { acceptRejects } from "./accept-rejects.ts";
import { actionMoreTime } from "./action-more-time.ts";
import { actionProgress } from "./action-progress.ts";
import { addAction } from "./add-action.ts";
import { addSourceRecord } from "./add-source-record.ts";
import { addTheme } from "./add-theme.ts";
import { agreeRights } from "./agree-rights.ts";
import { agreeTreatment } from "./agree-treatment.ts";
import { answerErasure } from "./answer-erasure.ts";
import { answerReview } from "./answer-review.ts";
import { approveCommentary } from "./approve-commentary.ts";
import { askErasure } from "./ask-erasure.ts";
import { askPerson } from "./ask-person.ts";
import { askRights } from "./ask-rights.ts";
import { askSignOffs } from "./ask-sign-offs.ts";
import { changeRow } from "./change-row.ts";
import { checkRecord } from "./check-record.ts";
import { closeDiscrepancy } from "./close-discrepancy.ts";
import { compilePack } from "./compile-pack.ts";
import { computeFigures } from "./compute-figures.ts";
import { cutOffData } from "./cut-off-data.ts";
import { cycleStatus } from "./cycle-status.ts";
import { decideSignOff } from "./decide-sign-off.ts";
import { dismissCommentary } from "./dismiss-commentary.ts";
import { draftPack } from "./draft-pack.ts";
import { drawSample } from "./draw-sample.ts";
import { dropRights } from "./drop-rights.ts";
import { exportAudit } from "./export-audit.ts";
import { exportPerson } from "./export-person.ts";
import { exportRegister } from "./export-register.ts";
import { figureRows } from "./figure-rows.ts";
import { findPeople } from "./find-people.ts";
import { findRows } from "./find-rows.ts";
import { giveCause } from "./give-cause.ts";
import { giveContext } from "./give-context.ts";
import { holdOriginal } from "./hold-original.ts";
import { loadImport } from "./load-import.ts";
import { me } from "./me.ts";
import { moveAction } from "./move-action.ts";
import { moveCycle } from "./move-cycle.ts";
import { myWork } from "./my-work.ts";
import { openOriginal } from "./open-original.ts";
import { openSignOff } from "./open-sign-off.ts";
import type { Operation } from "./operation.ts";
import { photoOf } from "./photo-of.ts";
import { planChecks } from "./plan-checks.ts";
import { planCommentary } from "./plan-commentary.ts";
import { previewImport } from "./preview-import.ts";
import { profile } from "./profile.ts";
import { proposeCommentary } from "./propose-commentary.ts";
import { readChecks } from "./read-checks.ts";
import { readCommentary } from "./read-commentary.ts";
import { readCycle } from "./read-cycle.ts";
import { readCycles } from "./read-cycles.ts";
import { readFigures } from "./read-figures.ts";
import { readHeld } from "./read-held.ts";
import { readJob } from "./read-job.ts";
import { readNames } from "./read-names.ts";
import { readPack } from "./read-pack.ts";
import { readPackFile } from "./read-pack-file.ts";
import { readPacks } from "./read-packs.ts";
import { readPeople } from "./read-people.ts";
import { readPersonalData } from "./read-personal-data.ts";
import { readRegister } from "./read-register.ts";
import { readRejects } from "./read-rejects.ts";
import { readRow } from "./read-row.ts";
import { receiveImport } from "./receive-import.ts";
import { recheckRecord } from "./recheck-record.ts";
import { recordCorrection } from "./record-correction.ts";
import { resolveReview } from "./resolve-review.ts";
import { reviewCommentary } from "./review-commentary.ts";
import { reviewPersonalData } from "./review-personal-data.ts";
import { reviewTheme } from "./review-theme.ts";
import { rowCounted } from "./row-counted.ts";
import { rowLinks } from "./row-links.ts";
import { sendBackCommentary } from "./send-back-commentary.ts";
import { setAbsence } from "./set-absence.ts";
import { submitPack } from "./submit-pack.ts";
import { treatDiscrepancy } from "./treat-discrepancy.ts";
import { useCardAction } from "./use-card-action.ts";
import { widenCheck } from "./widen-check.ts";
import { writeCommentary } from "./write-commentary.ts";

/** Everything a person can do. The server mounts each, the bot asks for them by name, the OpenAPI document lists them. */
export const operations: readonly Operation[] = [
  me,
  profile,
  photoOf,
  findPeople,
  readRegister,
  readRow,
  readNames,
  rowLinks,
  rowCounted,
  exportRegister,
  changeRow,
  readCycles,
  readCycle,
  moveCycle,
  answerReview,
  resolveReview,
  cutOffData,
  receiveImport,
  previewImport,
  loadImport,
  readJob,
  acceptRejects,
  readRejects,
  computeFigures,
  readFigures,
  figureRows,
  planChecks,
  drawSample,
  readChecks,
  checkRecord,
  giveCause,
  agreeTreatment,
  treatDiscrepancy,
  recordCorrection,
  recheckRecord,
  closeDiscrepancy,
  addSourceRecord,
  widenCheck,
  proposeCommentary,
  readCommentary,
  planCommentary,
  dismissCommentary,
  giveContext,
  writeCommentary,
  sendBackCommentary,
  reviewCommentary,
  approveCommentary,
  addTheme,
  reviewTheme,
  draftPack,
  readPacks,
  readPack,
  readPackFile,
  askSignOffs,
  decideSignOff,
  compilePack,
  submitPack,
  addAction,
  moveAction,
  actionProgress,
  actionMoreTime,
  myWork,
  findRows,
  cycleStatus,
  openSignOff,
  useCardAction,
  exportAudit,
  openOriginal,
  holdOriginal,
  readHeld,
  readPersonalData,
  reviewPersonalData,
  exportPerson,
  askErasure,
  answerErasure,
  readPeople,
  askPerson,
  askRights,
  agreeRights,
  dropRights,
  setAbsence,
];
