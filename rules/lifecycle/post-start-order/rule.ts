import { defineRule, itemAt } from '@podlint/engine/rule';
import { certainSleepSeconds, readCommandLine } from '@podlint/kubelet';
import { signalsMainProcess, waitsForSomething } from './race.js';

export default defineRule({
  id: 'lifecycle/post-start-order',
  level: 'info',
  summary: 'A postStart hook that counts on an order between itself and the main process',
  brief: 'hook relies on an order',
  messages: {
    signals:
      'The postStart hook of container "{name}" sends a signal to the main process. Both are started without any order between them, so the process may not be there yet, or not ready to take it. Let the program do this by itself once it has started.',
    waits:
      'The postStart hook of container "{name}" waits until something is there. It runs beside the main process; until it ends, no probe of the container runs and no later container of the Pod starts, and if it fails the container is killed. Use a startupProbe to wait for the program, an init container to wait for something else.',
    sleeps:
      'The postStart hook of container "{name}" only sleeps for {seconds} s. Nothing says that the main process is ready by then, and until the hook ends, no probe runs and no later container starts. Let the program do the work by itself once it has started.',
  },
  container({ value, at, name }, report) {
    const words = value.lifecycle?.postStart?.exec?.command;
    const line = words && readCommandLine(words);
    if (!line) return;
    const command = at.lifecycle.postStart.exec.command;
    const place = line.script ? itemAt(command, line.script.word) : command;
    const { commands } = line;
    if (commands.some(signalsMainProcess)) report({ at: place, message: 'signals', data: { name } });
    const seconds = certainSleepSeconds(commands.slice(0, -1));
    if (commands.some(waitsForSomething)) report({ at: place, message: 'waits', data: { name } });
    else if (seconds > 0) report({ at: place, message: 'sleeps', data: { name, seconds } });
  },
});
