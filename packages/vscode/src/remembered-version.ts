import type * as vscode from 'vscode';
import type { BaseLanguageClient, ConfigurationMiddleware } from 'vscode-languageclient';

const key = 'kubernetesVersion';

/** A version that VS Code remembers for this workspace and this user, in no file of theirs; it goes over settings. */
export class RememberedVersion {
  /** Tells the server to ask for its settings again. */
  private changed: () => Promise<void> = () => Promise.resolve();

  constructor(private readonly memory: vscode.Memento) {}

  get version(): string | undefined {
    return this.memory.get<string>(key);
  }

  follow(client: BaseLanguageClient): void {
    this.changed = () => client.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  async set(version: string | undefined): Promise<void> {
    if (version === this.version) return;
    await this.memory.update(key, version);
    await this.changed();
  }

  /** Puts it into what the server is answered. */
  readonly middleware: ConfigurationMiddleware = {
    configuration: async (params, token, next) => {
      const answered = await next(params, token);
      const { version } = this;
      if (version === undefined || !Array.isArray(answered)) return answered;
      return answered.map((settings: unknown, index): unknown =>
        params.items[index]?.section === 'podlint' ? { ...(settings as object | null), [key]: version } : settings,
      );
    },
  };
}
