/** Pixels for each unit of the drawing: 1,000 units become 10 inches at 300 to the inch. */
const PRINT_SCALE = 3;

/**
 * An SVG text as a PNG for print, in base64. The picture holds no address, so the canvas may be read again. Null where
 * the drawing cannot be made, for want of memory.
 */
export async function drawPng(svg: string): Promise<string | null> {
  const image = new Image();
  const isLoaded = new Promise<boolean>((settle) => {
    image.onload = () => settle(true);
    image.onerror = () => settle(false);
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  if (!(await isLoaded)) return null;
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * PRINT_SCALE;
  canvas.height = image.naturalHeight * PRINT_SCALE;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const address = canvas.toDataURL('image/png');
  const start = 'data:image/png;base64,';
  return address.startsWith(start) ? address.slice(start.length) : null;
}
