Extension: HalamanKode
Id: halaman-kode
Title: "Halaman kode temuan"
Description: "Alamat halaman yang menjelaskan kode temuan: artinya, contohnya, dan apa yang perlu dilakukan."
Context: OperationOutcome.issue
* insert Terbitan
* insert Inggris([["Page of the issue code"]])
* value[x] 1..1
* value[x] only uri
