ValueSet: KesadaranVS
Id: kesadaran-vs
Title: "Kesadaran"
Description: "Semua jawaban kesadaran yang mempunyai kode nasional; yang lain ditulis dengan kata."
* insert Terbitan
* insert Inggris([["Answers: level of consciousness"]])
* $sct#248234008 "Mentally alert"
