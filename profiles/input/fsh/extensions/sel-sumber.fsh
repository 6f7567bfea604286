Extension: SelSumber
Id: sel-sumber
Title: "Sel sumber"
Description: "Sel catatan asal yang menimbulkan temuan, sebagaimana berkas itu menyebutnya: baris, kolom, atau jalur JSON."
Context: OperationOutcome.issue
* insert Terbitan
* insert Inggris([["Source cell"]])
* value[x] 1..1
* value[x] only string
