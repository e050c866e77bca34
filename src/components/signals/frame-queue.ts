type Task = () => void;

let waiting = new Set<Task>();
let isRequested = false;

/** Runs a task in the next frame, once however often it was asked for. All tasks of a page share one frame request. */
export function inNextFrame(task: Task): void {
  waiting.add(task);
  if (isRequested) return;
  isRequested = true;
  requestAnimationFrame(runAll);
}

export function cancelInNextFrame(task: Task): void {
  waiting.delete(task);
}

function runAll(): void {
  const tasks = waiting;
  isRequested = false;
  waiting = new Set();
  for (const task of tasks) {
    try {
      task();
    } catch (error) {
      reportError(error);
    }
  }
}
