/** Interface strings of the materials card: 简, 繁, English. */
export const MATERIAL_WORDS = {
  materialMissing: ['要上传', '要上傳', 'Upload needed'],
  materialUploaded: ['已上传', '已上傳', 'Uploaded'],
  materialCertificate: ['电子证照代替', '電子證照代替', 'Certificate on file'],
  materialBring: ['到窗口时带上', '到窗口時帶上', 'Bring to the window'],
  uploadFile: ['选文件：{label}', '選檔案：{label}', 'Choose a file: {label}'],
  uploadPhoto: ['拍照：{label}', '拍照：{label}', 'Take a photo: {label}'],
  chooseFile: ['选文件', '選檔案', 'Choose file'],
  takePhoto: ['拍照', '拍照', 'Take photo'],
  uploadLimits: [
    'JPG、PNG 或 PDF，每个不超过 10 MB。照片里的拍摄地点会去掉。',
    'JPG、PNG 或 PDF，每個不超過 10 MB。照片裡的拍攝地點會去掉。',
    'JPG, PNG or PDF, 10 MB each. Where a photo was taken is removed.',
  ],
  sendingFile: ['正在上传 {name}', '正在上傳 {name}', 'Uploading {name}'],
  removeFile: ['删除', '刪除', 'Delete'],
  removeNamed: ['删除 {name}', '刪除 {name}', 'Delete {name}'],
  fileAgrees: ['文字和表里填的一致', '文字和表裡填的一致', 'Its text agrees with the form'],
  fileNotChecked: [
    '系统没有核对内容，由工作人员核对',
    '系統沒有核對內容，由工作人員核對',
    'Not checked by the system; staff will check it',
  ],
  nameNotFound: ['文件里没有找到表里填的姓名', '檔案裡沒有找到表裡填的姓名', 'The name on the form is not in the file'],
  numberDiffers: [
    '文件里的身份证号和表里填的不一样',
    '檔案裡的身分證號和表裡填的不一樣',
    'The identity number in the file differs from the form',
  ],
  fileExpired: ['文件写的有效期已经过了', '檔案寫的有效期已經過了', 'The file says it has expired'],
  'unsupported-media-type': [
    '这个文件不能收：只收 JPG、PNG、PDF；带脚本、附件或密码的 PDF，和打不开的文件也不收。',
    '這個檔案不能收：只收 JPG、PNG、PDF；帶指令碼、附件或密碼的 PDF，和打不開的檔案也不收。',
    'This file cannot be taken: JPG, PNG and PDF only, and no PDF with scripts, attachments or a password, nor a damaged file.',
  ],
  'file-too-large': [
    '文件超过 10 MB，请压缩或者重新拍一张。',
    '檔案超過 10 MB，請壓縮或者重新拍一張。',
    'The file is larger than 10 MB. Please compress it or take another photo.',
  ],
} as const
