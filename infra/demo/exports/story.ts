/**
 * What the figures of Meadowbank Care tell, by month of the 18 (0 is the first; 15, 16 and 17 are the reported quarter).
 * With the committed as-of day, 12 October 2026, month 10 is February 2026 and month 15 July 2026.
 *
 * - Ashdown missed too many visits until its rota action in month 10, and about a third as many since.
 * - Birchwood grows later, and loses continuity, through the reported quarter; families complain about it.
 * - Coppice is stable. Dovecote is small and steady.
 * - Elm House had about six falls a month until its falls work in month 12, and about two since.
 * - One safeguarding concern at Birchwood was documented six days late in month 16. Complaints are mostly answered in time.
 *
 * Planted where real exports have them: double-handed visits, visits across midnight and both clock changes, visits
 * carried out after the next one was due (missed, under the Essex rule), merged visits, visits cancelled by the person, the provider
 * and the hospital, exact duplicate rows, records in a later version, and in month 16 a name where a person's number
 * belongs and days in the future. In month 16 also one recorded start that the on-call log contradicts.
 */
export const homeCare = ["ashdown", "birchwood", "coppice", "dovecote"] as const;
export const demoServices = [...homeCare, "elm-house"] as const;
export type DemoService = (typeof demoServices)[number];

/** Month, of the 18, of the planted late documentation, bad rows and contradicted start. */
export const PLANTED_MONTH = 16;

/** How visits go at a service in a month. */
export interface VisitStory {
  /** Share of planned visits with no visit recorded. */
  readonly missed: number;
  /** Average minutes between planned and recorded start. */
  readonly late: number;
  /** Share of visits by one of the person's usual carers. */
  readonly usual: number;
}

export function visitStory(service: DemoService, month: number): VisitStory {
  switch (service) {
    case "ashdown":
      return { missed: month < 10 ? 0.026 : 0.008, late: 3, usual: 0.88 };
    case "birchwood":
      return { missed: 0.01, late: month < 15 ? 4 : 4 + 2.5 * (month - 14), usual: month < 15 ? 0.86 : 0.74 };
    case "coppice":
      return { missed: 0.006, late: 2, usual: 0.92 };
    default:
      return { missed: 0.004, late: 1, usual: 0.95 };
  }
}

/** Expected records in a month, at scale 1. */
export interface RecordStory {
  readonly falls: number;
  readonly medicationErrors: number;
  readonly otherIncidents: number;
  readonly complaints: number;
  /** Share of complaints about missed or late visits. */
  readonly aboutTime: number;
  readonly safeguarding: number;
  readonly feedback: number;
  /** Average rating. */
  readonly rating: number;
}

const steady: RecordStory = {
  falls: 1.5,
  medicationErrors: 0.8,
  otherIncidents: 1.6,
  complaints: 0.7,
  aboutTime: 0.3,
  safeguarding: 0.5,
  feedback: 7,
  rating: 4.2,
};

export function recordStory(service: DemoService, month: number): RecordStory {
  switch (service) {
    case "ashdown":
      return { ...steady, complaints: month < 10 ? 1.4 : 0.6, aboutTime: month < 10 ? 0.7 : 0.3 };
    case "birchwood":
      return month < 15 ? steady : { ...steady, complaints: 2.2, aboutTime: 0.8, rating: 3.6 };
    case "elm-house":
      return { ...steady, falls: month < 12 ? 6 : 2.2, medicationErrors: 1.4, complaints: 0.8, aboutTime: 0 };
    default:
      return steady;
  }
}
