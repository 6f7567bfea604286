ValueSet: KepalaJaninPlaybook10VS
Id: kepala-janin-playbook-1-0-vs
Title: "Kepala janin, playbook 1.0"
Description: "Semua jawaban kepala janin, playbook 1.0 yang mempunyai kode nasional; yang lain ditulis dengan kata."
* insert Terbitan
* insert Inggris([["Answers: engagement of the fetal head, code of playbook 1.0"]])
* $klinis#OV000002 "Belum masuk panggul"
