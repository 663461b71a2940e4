import { createRemoteJWKSet, customFetch, jwtVerify } from "jose";
import restify from "restify";
import { demoTenant } from "../../../infra/demo-tenant.ts";
import { PAGE, type PageInput } from "../inputs/register-page.ts";

/** A bare restify route that verifies the same token and serialises the same object, found ready in memory. */
export async function bareRoute({ keys, answers }: PageInput) {
  const issuer = `https://login.microsoftonline.com/${demoTenant.tenant}/v2.0`;
  const published = createRemoteJWKSet(new URL(`${issuer}/keys`), {
    [customFetch]: async () => Response.json({ keys }),
  });
  const server = restify.createServer();
  server.get(PAGE.split("?")[0] ?? "", async (request: restify.Request, response: restify.Response) => {
    const token = (request.header("authorization") ?? "").slice("Bearer ".length);
    const { payload } = await jwtVerify(token, published, { issuer, audience: demoTenant.app, algorithms: ["RS256"] });
    response.send(200, answers[String(payload.oid)]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: server.url, close: async () => server.close() };
}
