/** Whether a window can be opened here at all. Only Linux machines are commonly without a screen. */
export function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
