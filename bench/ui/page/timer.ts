/** The time left, once a second, as the kit shows it in its battle. */
export function showTimer(stage: HTMLElement, seconds: number): void {
  const timer = document.createElement('div');
  timer.className = 'timer';
  const words = document.createTextNode('');
  timer.append(words);
  stage.append(timer);
  const endsAt = Date.now() + seconds * 1000;
  setInterval(() => {
    const left = Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
    words.data = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  }, 1000);
}
