import type { BaseLanguageClient } from 'vscode-languageclient';

export async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}
