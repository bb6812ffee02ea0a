/** Credentials that their issuers made easy to tell, by what they are in words. */
const shapes: readonly (readonly [what: string, shape: string])[] = [
  ['a private key', '-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----'],
  ['an AWS access key', '\\b(?:AKIA|ASIA)[A-Z2-7]{16}\\b'],
  ['a GitHub token', '\\bgh[pousr]_[A-Za-z0-9]{36,}|\\bgithub_pat_\\w{60,}'],
  ['a GitLab token', '\\bgl(?:pat|dt|rt|ptt|cbt)-[\\w-]{20,}'],
  ['a Slack token', '\\bxox[abeoprs]-[\\w-]{10,}|\\bxapp-\\d-[\\w-]{10,}'],
  ['the address of a Slack webhook', 'hooks\\.slack\\.com/services/T\\w+/B\\w+/\\w{20,}'],
  ['a Google API key', '\\bAIza[\\w-]{35}\\b'],
  ['a Stripe key', '\\b[rs]k_live_\\w{20,}'],
  ['an npm token', '\\bnpm_[A-Za-z0-9]{36}\\b'],
  ['a PyPI token', '\\bpypi-AgEIcHlwaS5vcmc[\\w-]{50,}'],
  ['a SendGrid key', '\\bSG\\.[\\w-]{22}\\.[\\w-]{43}'],
  ['an OpenAI key', '\\bsk-(?:proj-)?[\\w-]{20,}T3BlbkFJ[\\w-]{20,}'],
  ['an Anthropic key', '\\bsk-ant-[\\w-]{40,}'],
  ['a Vault token', '\\bhv[bs]\\.[\\w-]{24,}'],
  ['a DigitalOcean token', '\\bdo[opr]_v1_[a-f0-9]{64}\\b'],
  ['the key of an Azure storage account', '\\bAccountKey=[A-Za-z0-9+/]{86}=='],
  ['a JSON Web Token', '\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}'],
];

const anyShape = new RegExp(shapes.map(([, shape]) => `(${shape})`).join('|'));
const shortest = 20;
/** As documentation writes them: `AKIAIOSFODNN7EXAMPLE`, `ghp_xxxxxxxx...`. */
const madeUp = /EXAMPLE|(\w)\1{7}/i;

/** What a value gives away, in words. */
export function tokenIn(text: string): string | undefined {
  const match = text.length < shortest ? null : anyShape.exec(text);
  if (!match || madeUp.test(match[0])) return undefined;
  return shapes[match.slice(1).findIndex((group: string | undefined) => group !== undefined)]?.[0];
}
