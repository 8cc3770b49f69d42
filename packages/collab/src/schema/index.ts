export { CONTENT_FRAGMENT } from './contentFragment';
export { contentUpdate } from './contentUpdate';
export { documentExtensions } from './documentExtensions';
export { documentSchema } from './documentSchema';
export { extractText } from './extractText';
export { IMAGE_WIDTH, type ImageAttributes, ImageNode } from './ImageNode';
export { imagePath } from './imagePath';
export { safeLink } from './safeLink';
export { shareEmptyTexts } from './shareEmptyTexts';
