import { z } from "zod";
import { roles } from "#domain/people/role.ts";

/** A role over a part of the organisation, as it is asked for and shown. */
export const assignmentInput = z.strictObject({
  role: z.enum(roles),
  over: z.enum(["organisation", "region", "service", "contract"]),
  where: z.array(z.string().min(1).max(120)).max(100).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

/** Everything a person is to have: what is left out is taken away. */
export const rightsInput = z.strictObject({
  assignments: z.array(assignmentInput).max(20),
  safeguarding: z.boolean(),
  deputy: z.guid("choose a person").optional(),
  status: z.enum(["active", "left"]),
});

export const whyInput = z.string().trim().min(1, "say why").max(1000);
