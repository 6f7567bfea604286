Profile: KepalaJanin
Parent: TemuanBerkode
Id: kepala-janin
Title: "Kepala janin terhadap pintu atas panggul"
Description: "Kepala janin sudah atau belum masuk pintu atas panggul, dengan kode playbook ANC 1.1."
* insert Terbitan
* insert Inggris([["Engagement of the fetal head"]])
* insert Diamati($sct, 249111004, exam)
* insert JugaBerkode($anc, ANC.SS.DE46)
* value[x] from KepalaJaninVS (required)
